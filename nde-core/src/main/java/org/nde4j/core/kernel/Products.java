package org.nde4j.core.kernel;

import java.util.Optional;

/** Finds out once which products are there; their classes are named only as strings, so that nothing links without them. */
final class Products {
    static final Optional<MatrixProduct> VECTORIZED =
            ModuleLayer.boot().findModule("jdk.incubator.vector").flatMap(module -> product("VectorizedProduct"));
    static final boolean NATIVE = "native".equals(System.getProperty("nde.matrix"));
    static final MatrixProduct BEST = NATIVE ? Native.orThrow() : VECTORIZED.orElse(PackedProduct.INSTANCE);

    private Products() {}

    /** Looked for only when asked for, since looking loads a library. */
    static final class Native {
        static final Optional<MatrixProduct> PRODUCT = product("NativeProduct");

        private Native() {}

        static MatrixProduct orThrow() {
            return PRODUCT.orElseThrow(
                    () -> new IllegalStateException(
                            "nde.matrix is native, but there is no native BLAS; "
                                    + "install one, such as libopenblas0, put dev.ludovic.netlib:blas on the class path, or drop the setting"));
        }
    }

    private static Optional<MatrixProduct> product(String name) {
        try {
            Class<?> kernel = Class.forName("org.nde4j.core.kernel." + name);
            return Optional.of((MatrixProduct) kernel.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
        }
    }
}
