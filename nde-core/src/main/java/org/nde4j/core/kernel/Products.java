package org.nde4j.core.kernel;

import java.util.Optional;

/** Finds out once whether the Vector API is there; its class is named only as a string, so that nothing links without it. */
final class Products {
    static final Optional<MatrixProduct> VECTORIZED = vectorized();
    static final MatrixProduct BEST = VECTORIZED.orElse(PackedProduct.INSTANCE);

    private Products() {}

    private static Optional<MatrixProduct> vectorized() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return Optional.empty();
        }
        try {
            Class<?> kernel = Class.forName("org.nde4j.core.kernel.VectorizedProduct");
            return Optional.of((MatrixProduct) kernel.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
        }
    }
}
