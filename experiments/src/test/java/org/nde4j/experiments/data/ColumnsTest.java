package org.nde4j.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;

class ColumnsTest {

    private static final double NAN = Double.NaN;

    @Test
    void byDefault_theFirstColumnIsTimeAndNumbersAreStates() {
        Measurements read = read("t,x,note,y\n0,1,a,2\n0.3,,b,3\n1,4,c,5\n", Columns.defaults());
        TimeSeries series = read.series();
        assertEquals("t", series.timeName());
        assertEquals(List.of("x", "y"), series.stateNames());
        assertEquals(
                List.of(new Trajectory("1", new double[] {0, 0.3, 1}, new double[][] {{1, 2}, {NAN, 3}, {4, 5}})),
                series.trajectories());
        assertEquals(List.of("column 'note' holds text and is left out"), read.warnings());
    }

    @Test
    void trajectories_mayBeMixed() {
        Columns columns = columns("t", List.of("x"), "run");
        TimeSeries series =
                read("x,run,t\n1,b,0\n5,a,0\n2,b,1\n6,a,0.5\n3,b,2\n", columns).series();
        assertEquals(
                List.of("b", "a"),
                series.trajectories().stream().map(Trajectory::id).toList());
        assertArrayEquals(new double[] {1, 2, 3}, series.trajectories().get(0).state(0));
        assertArrayEquals(new double[] {0, 0.5}, series.trajectories().get(1).times());
    }

    @Test
    void states_areInTheOrderAskedFor() {
        Columns columns = new Columns(Optional.empty(), List.of("y", "x"), Optional.empty());
        assertEquals(
                List.of("y", "x"),
                read("t,x,y\n0,1,2\n1,3,4\n", columns).series().stateNames());
    }

    @Test
    void trajectoryColumn_firstInTheFile_isNotTakenForTime() {
        TimeSeries series = read("id,t,x\n7,0,1\n7,1,2\n", new Columns(Optional.empty(), List.of(), Optional.of("id")))
                .series();
        assertEquals("t", series.timeName());
        assertEquals("7", series.trajectories().get(0).id());
    }

    @Test
    void aStateThatNeverChanges_isWarnedOf() {
        List<String> warnings =
                read("t,x,y\n0,1,1\n1,1,2\n2,,3\n", Columns.defaults()).warnings();
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("state 'x' is always 1"), warnings.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t,x/0,1|line 2: the table has one row only; a trajectory needs at least two",
                "t,x/0,1/1,2/1,3|time 1 on line 4 repeats time 1 on line 3; if the file holds several trajectories",
                "t,x/0,1/1,2/0,3|time 0 on line 4 comes after the later time 1 on line 3",
                "t,x/0,1/1,2/0,3|--trajectory",
                "t,x/0,1/,2|f.csv, line 3, column 't' is missing; every row needs its time",
                "t,x/0,1/inf,2|only finite numbers",
                "t,x,y/0,1,/1,2,NaN|column 'y' holds no number at all",
                "t,x,y/0,1,2/1,2,oops/2,3,4|line 3, column 'y': expected a number, found 'oops'",
                "t,name/0,a/1,b|has no column with numbers besides time 't'",
                "t/0/1|has no column with numbers besides time 't'",
                "date,x/2024-01-01,1/2024-01-02,2|column 'date': expected a number, found '2024-01-01'"
            })
    void whatIsNoTimeSeries_isRefusedWithItsPlace(String lines, String part) {
        refused(part, lines.replace('/', '\n'), Columns.defaults());
    }

    @Test
    void rolesThatDoNotFit_areRefused() {
        String text = "t,x,run\n0,1,a\n1,2,a\n0,3,b\n";
        refused("no column 'tt'; did you mean t?", text, columns("tt", List.of(), "run"));
        refused("no column 'rum'; did you mean run?", text, columns("t", List.of(), "rum"));
        refused("no column 'xx'; did you mean x", text, columns("t", List.of("xx"), "run"));
        refused("as time and as a state", text, columns("t", List.of("t"), "run"));
        refused("as trajectory and as a state", text, columns("t", List.of("run"), "run"));
        refused("as trajectory and as time", text, columns("t", List.of("x"), "t"));
        refused("trajectory 'b' has one row only", text, columns("t", List.of("x"), "run"));
        refused(
                "line 3, column 'run' does not name a trajectory",
                "t,x,run\n0,1,a\n1,2,\n",
                columns("t", List.of("x"), "run"));
        refused(
                "sort the rows of each trajectory",
                "t,x,run\n0,1,a\n0,1,b\n0,2,a\n",
                columns("t", List.of("x"), "run"));
        assertThrows(IllegalArgumentException.class, () -> columns("t", List.of("x", "x"), "run"));
    }

    private static Columns columns(String time, List<String> states, String trajectory) {
        return new Columns(Optional.of(time), states, Optional.of(trajectory));
    }

    private static Measurements read(String text, Columns columns) {
        return columns.read(TableTest.table(text));
    }

    private static void refused(String part, String text, Columns columns) {
        String message = assertThrows(BadData.class, () -> read(text, columns)).getMessage();
        assertTrue(message.contains(part), message);
    }
}
