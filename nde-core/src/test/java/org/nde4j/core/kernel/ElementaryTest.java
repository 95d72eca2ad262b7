package org.nde4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementaryTest {
    private static final DfpField FIELD = new DfpField(45);
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double TINY = Double.MIN_VALUE;

    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        TINY,
        -TINY,
        Double.MIN_NORMAL,
        -Double.MIN_NORMAL,
        1e-300,
        -1e-300,
        1e-17,
        -1e-17,
        1e-9,
        -1e-9,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        INF,
        -INF,
        NAN,
        709.782712893384,
        709.7827128933841,
        -708.4,
        -744.4,
        -745.1332191019411,
        -745.1332191019412,
        -746,
        710,
        -700,
        -701,
        20,
        -20,
        40,
        -40,
        Math.PI,
        -Math.PI,
        Math.PI / 2,
        0x1p28,
        0x1.0000001p28,
        -0x1p28,
        1e15,
        1e22,
        -1e300,
        2,
        3,
        10,
        1.0000000000000002,
        0.9999999999999999
    };

    private interface Range {
        void of(double[] x, int xo, double[] y, int yo, int n);
    }

    private record Function(
            String name,
            DoubleUnaryOperator scalar,
            Range range,
            UnaryOperator<Dfp> exact,
            double low,
            double high,
            double ulps,
            long hash) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The hashes were computed on Java 17; equal bits on every Java give equal hashes. */
    static Stream<Function> own() {
        return Stream.of(
                new Function(
                        "exp", Elementary::exp, Elementary::exp, DfpMath::exp, -708, 709, 1, -4285843821500025614L),
                new Function(
                        "exp, subnormal",
                        Elementary::exp,
                        Elementary::exp,
                        DfpMath::exp,
                        -745,
                        -708,
                        1,
                        -2884272011466449515L),
                new Function(
                        "exp, small", Elementary::exp, Elementary::exp, DfpMath::exp, -1, 1, 1, 7009135720031602517L),
                new Function(
                        "expm1", Elementary::expm1, Elementary::expm1, x -> expm1(x), -3, 3, 2, 7816312671080760955L),
                new Function(
                        "expm1, wide",
                        Elementary::expm1,
                        Elementary::expm1,
                        x -> expm1(x),
                        -50,
                        709,
                        2,
                        4040697945260301633L),
                new Function("log", Elementary::log, Elementary::log, DfpMath::log, 0, 1e6, 1, 2841022004804300622L),
                new Function(
                        "log, near 1",
                        Elementary::log,
                        Elementary::log,
                        DfpMath::log,
                        0.9,
                        1.1,
                        1,
                        8360917372638602915L),
                new Function(
                        "log, subnormal",
                        Elementary::log,
                        Elementary::log,
                        DfpMath::log,
                        0,
                        1e-308,
                        1,
                        -4369043907658639458L),
                new Function(
                        "log1p",
                        Elementary::log1p,
                        Elementary::log1p,
                        x -> log1p(x),
                        -0.999,
                        2,
                        1.5,
                        2703742535238104005L),
                new Function(
                        "log1p, small",
                        Elementary::log1p,
                        Elementary::log1p,
                        x -> log1p(x),
                        -1e-8,
                        1e-8,
                        1.5,
                        -7555489797971181321L),
                new Function(
                        "log1p, wide",
                        Elementary::log1p,
                        Elementary::log1p,
                        x -> log1p(x),
                        0,
                        1e18,
                        1.5,
                        -5412208455227037377L),
                new Function("sin", Elementary::sin, Elementary::sin, x -> sin(x), -4, 4, 2, 7523438038398934364L),
                new Function(
                        "sin, wide",
                        Elementary::sin,
                        Elementary::sin,
                        x -> sin(x),
                        -1e8,
                        1e8,
                        2,
                        -3356415301787743795L),
                new Function(
                        "sin, huge",
                        Elementary::sin,
                        Elementary::sin,
                        x -> sin(x),
                        -1e12,
                        1e12,
                        2,
                        -3713269555537437619L),
                new Function("cos", Elementary::cos, Elementary::cos, x -> cos(x), -4, 4, 2, 6843714769117088944L),
                new Function(
                        "cos, wide", Elementary::cos, Elementary::cos, x -> cos(x), -1e8, 1e8, 2, 2182362040207378870L),
                new Function("tanh", Elementary::tanh, Elementary::tanh, x -> tanh(x), -3, 3, 3, -2329377377862469119L),
                new Function(
                        "tanh, wide",
                        Elementary::tanh,
                        Elementary::tanh,
                        x -> tanh(x),
                        -30,
                        30,
                        3,
                        4973783266342734466L),
                new Function(
                        "tanh, small",
                        Elementary::tanh,
                        Elementary::tanh,
                        x -> tanh(x),
                        -1e-3,
                        1e-3,
                        3,
                        -6847644293516980930L),
                new Function(
                        "sigmoid",
                        Elementary::sigmoid,
                        Elementary::sigmoid,
                        x -> sigmoid(x),
                        -30,
                        30,
                        2,
                        7372287742072903158L),
                new Function(
                        "sigmoid, low",
                        Elementary::sigmoid,
                        Elementary::sigmoid,
                        x -> sigmoid(x),
                        -745,
                        -30,
                        2,
                        -1126564338813164865L),
                new Function(
                        "silu",
                        Elementary::silu,
                        Elementary::silu,
                        x -> x.multiply(sigmoid(x)),
                        -30,
                        30,
                        3,
                        -409842433872186823L),
                new Function(
                        "softplus",
                        Elementary::softplus,
                        Elementary::softplus,
                        x -> softplus(x),
                        -30,
                        30,
                        2,
                        6003903483424815457L),
                new Function(
                        "softplus, wide",
                        Elementary::softplus,
                        Elementary::softplus,
                        x -> softplus(x),
                        -700,
                        700,
                        2,
                        -72414144018104172L));
    }

    private static Dfp expm1(Dfp x) {
        return DfpMath.exp(x).subtract(FIELD.getOne());
    }

    private static Dfp log1p(Dfp x) {
        return DfpMath.log(x.add(FIELD.getOne()));
    }

    /* Dfp's own reduction loses digits for large angles: reduce with a pi of enough digits first. */
    private static Dfp turned(Dfp x) {
        Dfp pi = FIELD.getPi();
        return x.subtract(pi.multiply(2).multiply(x.divide(pi.multiply(2)).rint()));
    }

    private static Dfp sin(Dfp x) {
        return DfpMath.sin(turned(x));
    }

    private static Dfp cos(Dfp x) {
        return DfpMath.cos(turned(x));
    }

    private static Dfp tanh(Dfp x) {
        Dfp e = DfpMath.exp(x.multiply(2));
        return e.subtract(FIELD.getOne()).divide(e.add(FIELD.getOne()));
    }

    private static Dfp sigmoid(Dfp x) {
        return FIELD.getOne().divide(FIELD.getOne().add(DfpMath.exp(x.negate())));
    }

    private static Dfp softplus(Dfp x) {
        Dfp e = DfpMath.exp(x);
        return e.toDouble() < 1e-20 ? e : DfpMath.log(e.add(FIELD.getOne()));
    }

    /** The tolerance is the bound the documentation states; the reference has 45 digits. */
    @ParameterizedTest
    @MethodSource("own")
    void error_stays_below_the_stated_ulps(Function f) {
        SplittableRandom random = new SplittableRandom(11);
        double worst = 0;
        double where = 0;
        for (int i = 0; i < 500; i++) {
            double x = random.nextDouble(f.low, f.high);
            double error = ulps(f.scalar.applyAsDouble(x), f.exact.apply(FIELD.newDfp(x)));
            if (!(error <= worst)) {
                worst = error;
                where = x;
            }
        }
        assertTrue(worst <= f.ulps, f.name + "(" + where + ") is off by " + worst + " ulp");
    }

    private static double ulps(double y, Dfp exact) {
        Dfp error = FIELD.newDfp(y).subtract(exact);
        return Math.abs(error.divide(FIELD.newDfp(Math.ulp(exact.toDouble()))).toDouble());
    }

    /** Doubles nearest to multiples of pi / 2, where the reduction must keep many digits of pi. */
    @Test
    void sine_and_cosine_keep_relative_accuracy_at_their_zeros() {
        for (int k = 1; k < 100_000_000; k = 3 * k + 1) {
            double x = k * (Math.PI / 2);
            assertTrue(ulps(Elementary.sin(x), sin(FIELD.newDfp(x))) <= 2, "sin " + x);
            assertTrue(ulps(Elementary.cos(x), cos(FIELD.newDfp(x))) <= 2, "cos " + x);
        }
        double hard = 6381956970095103.0 * 0x1p797; // among all doubles the one nearest to a multiple of pi / 2
        assertEquals(StrictMath.cos(hard), Elementary.cos(hard));
    }

    @ParameterizedTest
    @MethodSource("own")
    void bits_are_the_same_on_every_java(Function f) {
        SplittableRandom random = new SplittableRandom(12);
        long hash = 0;
        for (int i = 0; i < 20_000; i++) {
            double y = f.scalar.applyAsDouble(random.nextDouble(f.low, f.high));
            hash = 31 * hash + Double.doubleToLongBits(y);
        }
        assertEquals(f.hash, hash);
    }

    static Stream<Function> all() {
        return Stream.concat(
                own(),
                Stream.of(
                        plain("tan", Elementary::tan, Elementary::tan),
                        plain("sinh", Elementary::sinh, Elementary::sinh),
                        plain("cosh", Elementary::cosh, Elementary::cosh),
                        plain("relu", Elementary::relu, Elementary::relu),
                        plain("sqrt", Elementary::sqrt, Elementary::sqrt),
                        plain("abs", Elementary::abs, Elementary::abs),
                        plain("asin", Elementary::asin, Elementary::asin),
                        plain("acos", Elementary::acos, Elementary::acos),
                        plain("atan", Elementary::atan, Elementary::atan),
                        plain(
                                "x^2.5",
                                x -> Elementary.pow(x, 2.5),
                                (x, xo, y, yo, n) -> Elementary.pow(x, xo, 2.5, y, yo, n)),
                        power(-3),
                        power(-1),
                        power(0),
                        power(1),
                        power(2),
                        power(3),
                        power(7)));
    }

    private static Function plain(String name, DoubleUnaryOperator scalar, Range range) {
        return new Function(name, scalar, range, null, -2, 2, 0, 0);
    }

    private static Function power(int e) {
        return plain("x^" + e, x -> Elementary.powi(x, e), (x, xo, y, yo, n) -> Elementary.powi(x, xo, e, y, yo, n));
    }

    @ParameterizedTest
    @MethodSource("all")
    void range_gives_the_bits_of_the_scalar(Function f) {
        SplittableRandom random = new SplittableRandom(13);
        double[] ordinary = random.doubles(1100, f.low, f.high).toArray();
        double[] mixed = DoubleStream.concat(Arrays.stream(SPECIAL), Arrays.stream(ordinary))
                .toArray();
        for (double[] x : new double[][] {ordinary, mixed, Arrays.copyOf(ordinary, 3)}) {
            double[] expected = Arrays.stream(x).map(f.scalar).toArray();
            double[] shifted = new double[x.length + 5];
            f.range.of(x, 0, shifted, 5, x.length);
            assertArrayEquals(bits(expected), bits(Arrays.copyOfRange(shifted, 5, shifted.length)));
            double[] inPlace = x.clone();
            f.range.of(inPlace, 0, inPlace, 0, x.length);
            assertArrayEquals(bits(expected), bits(inPlace));
        }
    }

    private static long[] bits(double[] x) {
        return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Test
    void special_arguments_have_their_known_values() {
        same(1, Elementary.exp(0), Elementary.exp(-0.0));
        same(INF, Elementary.exp(INF), Elementary.exp(709.7827128933841), Elementary.exp(Double.MAX_VALUE));
        same(0, Elementary.exp(-INF), Elementary.exp(-745.1332191019412), Elementary.exp(-746));
        same(TINY, Elementary.exp(-745.1332191019411), Elementary.exp(-744.5));
        same(Math.nextDown(INF), Math.max(Elementary.exp(709.782712893384), Double.MAX_VALUE));
        same(-0.0, Elementary.expm1(-0.0), Elementary.log1p(-0.0), Elementary.sin(-0.0), Elementary.tanh(-0.0));
        same(0, Elementary.expm1(0), Elementary.log1p(0), Elementary.sin(0), Elementary.tanh(0), Elementary.log(1));
        same(-1, Elementary.expm1(-INF), Elementary.expm1(-800), Elementary.tanh(-INF), Elementary.tanh(-30));
        same(1, Elementary.tanh(INF), Elementary.sigmoid(INF), Elementary.sigmoid(40), Elementary.cos(-0.0));
        same(INF, Elementary.expm1(INF), Elementary.expm1(710), Elementary.log(INF), Elementary.log1p(INF));
        same(INF, Elementary.softplus(INF), Elementary.silu(INF), Elementary.relu(INF));
        same(-INF, Elementary.log(0), Elementary.log(-0.0), Elementary.log1p(-1));
        same(NAN, Elementary.log(-1), Elementary.log(-TINY), Elementary.log(-INF), Elementary.log1p(-1.5));
        same(NAN, Elementary.sin(INF), Elementary.cos(-INF), Elementary.log1p(-INF));
        same(0, Elementary.sigmoid(-INF), Elementary.softplus(-INF), Elementary.sigmoid(-800));
        same(TINY, Elementary.sigmoid(-744.5), Elementary.softplus(-744.5), Elementary.sin(TINY));
        same(
                1e-300,
                Elementary.tanh(1e-300),
                Elementary.sin(1e-300),
                Elementary.expm1(1e-300),
                Elementary.log1p(1e-300));
        same(-0.0, Elementary.silu(-INF));
        same(0.5, Elementary.sigmoid(0));
        same(-744.4400719213812, Elementary.log(TINY));
        same(1, Elementary.powi(NAN, 0), Elementary.powi(0, 0));
        same(-INF, Elementary.powi(-0.0, -3));
        own().forEach(f -> same(NAN, f.scalar.applyAsDouble(NAN)));
    }

    private static void same(double expected, double... values) {
        for (double v : values) {
            assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(v), () -> expected + " but " + v);
        }
    }

    @Test
    void tanh_sigmoid_and_exp_do_not_decrease() {
        for (DoubleUnaryOperator f : new DoubleUnaryOperator[] {Elementary::exp, Elementary::sigmoid}) {
            double last = Double.NEGATIVE_INFINITY;
            for (double x = -750; x < 711; x += 0.01) {
                double y = f.applyAsDouble(x);
                assertTrue(y >= last, "at " + x);
                last = y;
            }
        }
    }
}
