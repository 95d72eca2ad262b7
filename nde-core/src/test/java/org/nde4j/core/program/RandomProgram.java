package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;

/**
 * Programs drawn at random that treat rows alike: matrices [rows, 1 to 4], vectors [rows] and, as what is the same for all rows,
 * vectors and matrices. The same draw for every number of rows.
 */
final class RandomProgram {
    private final SplittableRandom random;
    private final int rows;
    private final Trace t = new Trace();
    private final List<Value> states = new ArrayList<>(); // [rows, n]
    private final List<Value> wholes = new ArrayList<>(); // [n] or [n, m]

    private RandomProgram(long seed, int rows) {
        this.random = new SplittableRandom(seed);
        this.rows = rows;
    }

    /** A program of so many draws; inputs: two states, a vector and a matrix. */
    static Program of(long seed, int rows, int draws) {
        RandomProgram p = new RandomProgram(seed, rows);
        p.states.add(p.t.input("x", Shape.of(rows, 3)));
        p.states.add(p.t.input("y", Shape.of(rows, 1)));
        p.wholes.add(p.t.input("w", Shape.of(3)));
        p.wholes.add(p.t.input("m", Shape.of(3, 2)));
        for (int i = 0; i < draws; i++) {
            p.states.add(p.draw());
        }
        int from = Math.max(0, p.states.size() - 6);
        Value[] outputs = p.states.subList(from, p.states.size()).toArray(Value[]::new);
        return p.t.program(outputs);
    }

    private Value state() {
        return states.get(random.nextInt(states.size()));
    }

    private static int width(Value v) {
        return v.shape().dim(1);
    }

    /* Another state of as many columns. */
    private Value like(Value v) {
        List<Value> fitting = states.stream().filter(s -> width(s) == width(v)).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    private Value draw() {
        Value a = state();
        Value b = like(a);
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> t.zip(BinaryFunction.values()[random.nextInt(9)], a, b);
            case 3 -> t.map(UnaryFunction.values()[random.nextInt(UnaryFunction.values().length)], a);
            case 4, 5 -> t.combine(new double[] {random.nextDouble(), -0.5, random.nextDouble()}, a, b, like(a));
            case 6 -> t.affine(a, random.nextDouble(), random.nextInt(3) - 1);
            case 7 -> t.power(a, random.nextInt(9) - 4);
            case 8 -> t.select(t.less(a, b), b, like(a));
            case 9 -> t.slice(a, 1, random.nextInt(width(a)), width(a));
            case 10 -> width(a) + width(b) > 9 ? t.neg(a) : t.concat(1, a, b);
            case 11 -> t.gather(a, 1, random.nextInt(width(a)), random.nextInt(width(a)));
            case 12 ->
                t.scatter(a, 1, IntStream.range(0, width(a)).map(i -> i % 2).toArray(), 3);
            case 13 -> t.pad(t.slice(a, 1, 0, 1), 1, 1, 1);
            case 14 -> t.reshape(reduced(a), Shape.of(rows, 1));
            default -> whole(a);
        };
    }

    private Value reduced(Value a) {
        return random.nextBoolean() ? t.sum(a, 1) : t.maximum(a, 1);
    }

    private Value whole(Value a) {
        if (width(a) != 3) {
            Value sum = t.reshape(t.sum(a, 1), Shape.of(rows));
            return t.spread(sum, Shape.of(rows, 3), 0);
        }
        Value w = t.sin(wholes.get(0));
        return random.nextBoolean() ? t.mul(a, t.spread(w, a.shape(), 1)) : t.matmul(a, false, wholes.get(1), false);
    }
}
