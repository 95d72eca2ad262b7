package org.nde4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductTest {
    /** All that are here; the test run adds the Vector API's module. */
    static List<MatrixProduct> products() {
        List<MatrixProduct> products = new ArrayList<>(List.of(MatrixProduct.packed()));
        MatrixProduct.vectorized().ifPresent(products::add);
        return products;
    }

    private static void reference(
            boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double s = accumulate ? c[i * n + j] : 0;
                for (int p = 0; p < k; p++) {
                    s = Math.fma(ta ? a[p * m + i] : a[i * k + p], tb ? b[j * k + p] : b[p * n + j], s);
                }
                c[i * n + j] = s;
            }
        }
    }

    private static void compare(MatrixProduct product, SplittableRandom random, int m, int n, int k) {
        for (int form = 0; form < 8; form++) {
            boolean ta = (form & 1) != 0;
            boolean tb = (form & 2) != 0;
            boolean accumulate = (form & 4) != 0;
            double[] a = random.doubles((long) m * k, -1, 1).toArray();
            double[] b = random.doubles((long) k * n, -1, 1).toArray();
            double[] expected = random.doubles((long) m * n, -1, 1).toArray();
            double[] c = expected.clone();
            reference(ta, tb, m, n, k, a, b, expected, accumulate);
            product.multiply(ta, tb, m, n, k, a, b, c, accumulate);
            assertArrayEquals(expected, c, 0.0, m + " x " + n + " x " + k + " form " + form); // same bits by design
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void every_small_shape_gives_the_bits_of_the_plain_chain(MatrixProduct product) {
        SplittableRandom random = new SplittableRandom(1);
        for (int m = 1; m <= 9; m++) {
            for (int n = 1; n <= 18; n++) {
                for (int k = 1; k <= 9; k++) {
                    compare(product, random, m, n, k);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void larger_shapes_give_the_bits_of_the_plain_chain(MatrixProduct product) {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            compare(product, random, random.nextInt(1, 71), random.nextInt(1, 71), random.nextInt(1, 71));
        }
        compare(product, random, 256, 64, 64);
        compare(product, random, 3, 200, 130);
    }

    @ParameterizedTest
    @MethodSource("products")
    void not_a_number_and_signed_zero_pass_through(MatrixProduct product) {
        double[] c = new double[64];
        double[] a = new double[64];
        double[] b = new double[64];
        java.util.Arrays.fill(b, -0.0);
        a[9] = Double.NaN;
        product.multiply(false, false, 8, 8, 8, a, b, c, false);
        for (int i = 0; i < 64; i++) {
            assertEquals(i / 8 == 1 ? Double.doubleToLongBits(Double.NaN) : 0L, Double.doubleToLongBits(c[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void threads_do_not_disturb_each_other(MatrixProduct product) throws Exception {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int seed = t;
            tasks.add(() -> {
                SplittableRandom random = new SplittableRandom(seed);
                for (int i = 0; i < 40; i++) {
                    compare(product, random, 5 + seed, 20 + seed, 7);
                }
                return true;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> done : pool.invokeAll(tasks)) {
                assertTrue(done.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void the_vector_kernel_is_there_exactly_when_its_module_is() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(module, MatrixProduct.vectorized().isPresent());
        assertEquals(MatrixProduct.vectorized().orElse(MatrixProduct.packed()), MatrixProduct.best());
    }

    @Test
    void native_product_agrees_to_rounding() {
        Optional<MatrixProduct> product = MatrixProduct.nativeBlas();
        assumeTrue(product.isPresent(), "no native BLAS here; install libopenblas0 to test that route");
        SplittableRandom random = new SplittableRandom(5);
        int m = 37;
        int n = 29;
        int k = 53;
        for (int form = 0; form < 8; form++) {
            boolean ta = (form & 1) != 0;
            boolean tb = (form & 2) != 0;
            boolean accumulate = (form & 4) != 0;
            double[] a = random.doubles((long) m * k, -1, 1).toArray();
            double[] b = random.doubles((long) k * n, -1, 1).toArray();
            double[] expected = random.doubles((long) m * n, -1, 1).toArray();
            double[] c = expected.clone();
            reference(ta, tb, m, n, k, a, b, expected, accumulate);
            product.get().multiply(ta, tb, m, n, k, a, b, c, accumulate);
            assertArrayEquals(expected, c, 1e-13, "form " + form); // sums of 53 numbers below 1 in another order
        }
    }
}
