package org.nde4j.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A field together with the forward sensitivities of its states: y, then dy/dq for K directions q in the space of
 * parameters and starts, n(1 + K) states in all. Cheap where K is small.
 *
 * <p>With S = dy/dq it solves S' = (df/dy) S + df/dp dp/dq. Directions of the start enter through the start of S.
 */
public final class Sensitivity implements Field {
    private final Field field;
    private final List<List<double[]>> directions;

    /**
     * The sensitivities along given directions.
     *
     * @param field the field
     * @param directions for each of K directions, an array for each parameter (its direction); null where it is zero
     */
    public Sensitivity(Field field, List<List<double[]>> directions) {
        this.field = field;
        this.directions = directions.stream()
                .map(d -> IntStream.range(0, d.size())
                        .mapToObj(i -> d.get(i) == null
                                ? new double[field.parameters().get(i).size()]
                                : d.get(i).clone())
                        .toList())
                .toList();
    }

    /** The sensitivities to every element of every parameter, in order, and then to every start. */
    public static Sensitivity toEverything(Field field) {
        List<List<double[]>> all = new ArrayList<>();
        List<double[]> none = new ArrayList<>();
        field.parameters().forEach(shape -> none.add(null));
        for (int i = 0; i < field.parameters().size(); i++) {
            for (int j = 0; j < field.parameters().get(i).size(); j++) {
                double[] unit = new double[field.parameters().get(i).size()];
                unit[j] = 1;
                List<double[]> one = new ArrayList<>(none);
                one.set(i, unit);
                all.add(one);
            }
        }
        for (int i = 0; i < field.size(); i++) {
            all.add(none);
        }
        return new Sensitivity(field, all);
    }

    @Override
    public int size() {
        return field.size() * (1 + directions.size());
    }

    @Override
    public List<Shape> parameters() {
        return field.parameters();
    }

    @Override
    public Value write(Trace trace, Value t, Value y, List<Value> parameters) {
        int n = field.size();
        int batch = y.shape().dim(0);
        int count = parameters.size();
        int[] wrt = IntStream.range(1, 2 + count).toArray();
        Program forward = Calculus.jvp(field.program(batch), wrt);
        List<Value> arguments = new ArrayList<>(List.of(t, trace.slice(y, 1, 0, n)));
        arguments.addAll(parameters);
        List<Value> parts = new ArrayList<>();
        for (int k = 0; k < directions.size(); k++) {
            List<Value> all = new ArrayList<>(arguments);
            all.add(trace.slice(y, 1, n * (k + 1), n * (k + 2)));
            for (int i = 0; i < count; i++) {
                all.add(direction(
                        trace, directions.get(k).get(i), parameters.get(i).shape()));
            }
            List<Value> out = trace.inline(forward, all);
            if (k == 0) {
                parts.add(out.get(0));
            }
            parts.add(out.get(1));
        }
        return parts.isEmpty() ? field.write(trace, t, y, parameters) : trace.concat(1, parts.toArray(Value[]::new));
    }

    /* A direction has few elements that are not zero: each is a padded number. */
    private static Value direction(Trace trace, double[] d, Shape shape) {
        Value sum = null;
        for (int j = 0; j < d.length; j++) {
            if (d[j] != 0) {
                Value one = trace.pad(trace.fill(d[j], Shape.of(1)), 0, j, d.length - 1 - j);
                sum = sum == null ? one : trace.add(sum, one);
            }
        }
        return sum == null ? trace.fill(0, shape) : trace.reshape(sum, shape);
    }
}
