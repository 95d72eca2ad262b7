package org.nde4j.core.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.work.Codec;

/**
 * The course of a training.
 *
 * @param rows one for each validation, by step
 */
public record History(List<Row> rows) {
    /** Nothing yet. */
    public static final History EMPTY = new History(List.of());

    /** All rows. */
    public static final Codec<History> CODEC = Codec.record(History.class, Codec.list(Row.CODEC));

    /** Copies the rows. */
    public History {
        rows = List.copyOf(rows);
    }

    /**
     * One line.
     *
     * @param step how many steps were taken
     * @param loss the mean loss over the steps since the row before
     * @param validation the loss on what is held out; NaN if nothing is
     * @param rate the learning rate of the last step
     */
    public record Row(long step, double loss, double validation, double rate) {
        /** All components. */
        public static final Codec<Row> CODEC =
                Codec.record(Row.class, Codec.LONG, Codec.DOUBLE, Codec.DOUBLE, Codec.DOUBLE);

        /** {@code step,loss,validation_loss,learning_rate}; what is NaN is an empty cell. */
        public String csv() {
            return step + "," + cell(loss) + "," + cell(validation) + "," + cell(rate);
        }

        private static String cell(double x) {
            return Double.isNaN(x) ? "" : Numbers.text(x);
        }
    }

    /** This history and one more row. */
    public History with(Row row) {
        List<Row> longer = new ArrayList<>(rows);
        longer.add(row);
        return new History(longer);
    }

    /** A head and a line for each row. */
    public String csv() {
        return rows.stream()
                .map(Row::csv)
                .collect(Collectors.joining("\n", "step,loss,validation_loss,learning_rate\n", "\n"));
    }
}
