package org.nde4j.symbolic.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;
import org.nde4j.symbolic.expression.RandomExpressions;

/** Exported programs are run by the languages they are written in and give the values of the evaluator. */
class ForeignProgramsTest {
    private static final List<String> VARIABLES = RandomExpressions.VARIABLES;
    private static final Map<String, Expression> SYSTEM = new LinkedHashMap<>();

    static {
        SYSTEM.put("Sea level", Expression.parse("x - `Sea level`^2/3"));
        SYSTEM.put("x", Expression.parse("-`Sea level`*sin(t) + 0.5"));
    }

    @TempDir
    Path folder;

    @Test
    void numpy_agrees() throws Exception {
        Command.require(folder, "python3", "-c", "import numpy");
        Corpus corpus = Corpus.of(31, 2_000, 12);
        Exporter exporter = Exporter.to(Language.NUMPY);
        write(
                "f.py",
                programs(corpus, (name, e) -> exporter.function(name, VARIABLES, e))
                        + """

                np.seterr(all="ignore")
                X = np.array(POINTS)
                for i in range(COUNT):
                    for v in globals()[f"f{i}"](X):
                        print(repr(float(v)))
                """.replace("POINTS", Arrays.deepToString(corpus.points()))
                                .replace("COUNT", "" + corpus.formulas().size()));
        corpus.check(Command.numbers(folder, "python3", "f.py"));
        write("s.py", exporter.system("g", SYSTEM) + "\nprint(*g(2.0, np.array([0.7, -1.1])))\n");
        checkSystem(Command.numbers(folder, "python3", "s.py"));
    }

    /** SymPy cancels x/x by itself, so that it may be defined where the formula is not; where both are, they agree. */
    @Test
    void sympy_agreesWhereTheFormulaIsDefined() throws Exception {
        Command.require(folder, "python3", "-c", "import sympy, numpy");
        Corpus corpus = Corpus.of(32, 600, 6);
        Exporter exporter = Exporter.to(Language.SYMPY);
        String body = programs(corpus, (name, e) -> exporter.function(name, VARIABLES, e));
        // SymPy refuses to compare what it finds infinite everywhere: for NaN, then, stands a formula it does not take
        String guarded = body.replaceAll("(?m)^(f\\d+) = (.*)$", "try:\n    $1 = $2\nexcept ValueError:\n    $1 = nan");
        write(
                "f.py",
                guarded
                        + """

                import sympy
                for i in range(COUNT):
                    e = globals()[f"f{i}"]
                    for p in POINTS:
                        try:
                            v = complex(sympy.sympify(e).subs(dict(zip([x, y, Sea_level], map(sympy.Float, p)))).evalf(17))
                            print(repr(v.real) if abs(v.imag) < 1e-14 * abs(v.real) or v.imag == 0 else "nan")
                        except (TypeError, OverflowError, ValueError):
                            print("nan")
                """.replace("POINTS", Arrays.deepToString(corpus.points()))
                                .replace("COUNT", "" + corpus.formulas().size()));
        double[] values = Command.numbers(folder, "python3", "f.py");
        for (int i = 0; i < values.length; i++) {
            Expression e = corpus.formulas().get(i / corpus.points().length);
            double own = e.evaluator(VARIABLES).at(corpus.points()[i % corpus.points().length]);
            values[i] = Double.isFinite(own) ? values[i] : own;
        }
        corpus.check(values);
    }

    @Test
    void c_agrees() throws Exception {
        Command.require(folder, "gcc", "--version");
        Corpus corpus = Corpus.of(33, 1_500, 12);
        Exporter exporter = Exporter.to(Language.C);
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < corpus.formulas().size(); i++) {
            for (double[] p : corpus.points()) {
                calls.append("printf(\"%.17g\\n\", f" + i + "(" + p[0] + ", " + p[1] + ", " + p[2] + "));\n");
            }
        }
        write(
                "f.c",
                "#include <stdio.h>\n" + programs(corpus, (name, e) -> exporter.function(name, VARIABLES, e))
                        + "int main(void) {\n" + calls + "return 0;\n}\n");
        Command.run(
                folder, "gcc", "-std=c99", "-Wall", "-Werror", "-Wno-unused-function", "-O0", "-o", "f", "f.c", "-lm");
        corpus.check(Command.numbers(folder, "./f"));
        write(
                "s.c",
                "#include <stdio.h>\n" + exporter.system("g", SYSTEM) + "int main(void) {\n"
                        + "double x[] = {0.7, -1.1}, d[2];\ng(2.0, x, d);\nprintf(\"%.17g %.17g\", d[0], d[1]);\nreturn 0;\n}\n");
        Command.run(folder, "gcc", "-std=c99", "-o", "s", "s.c", "-lm");
        checkSystem(Command.numbers(folder, "./s"));
    }

    @Test
    void java_agrees() throws Exception {
        Corpus corpus = Corpus.of(34, 1_500, 12);
        Exporter exporter = Exporter.to(Language.JAVA);
        String body =
                programs(corpus, (name, e) -> exporter.function(name, VARIABLES, e)) + exporter.system("g", SYSTEM);
        write("Formulas.java", "public class Formulas {\n" + body.replace("static ", "public static ") + "}\n");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-encoding",
                        "UTF-8",
                        "-proc:none",
                        folder.resolve("Formulas.java").toString());
        assertEquals(0, code, "it compiles");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> formulas = loader.loadClass("Formulas");
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < corpus.formulas().size(); i++) {
                Method f = formulas.getMethod("f" + i, double.class, double.class, double.class);
                for (double[] p : corpus.points()) {
                    values.add((Double) f.invoke(null, p[0], p[1], p[2]));
                }
            }
            corpus.check(values.stream().mapToDouble(Double::doubleValue).toArray());
            Method g = formulas.getMethod("g", double.class, double[].class);
            checkSystem((double[]) g.invoke(null, 2.0, new double[] {0.7, -1.1}));
        }
    }

    private static void checkSystem(double[] derivative) {
        double[] expected = SYSTEM.values().stream()
                .mapToDouble(e -> e.evaluate(Map.of("Sea level", 0.7, "x", -1.1, "t", 2.0)))
                .toArray();
        assertArrayEquals(expected, derivative, 1e-14); // a few roundings of numbers of size one
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    /** All functions in one file; what each would bring along, such as imports and helpers, comes once. */
    private static String programs(Corpus corpus, BiFunction<String, Expression, String> export) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < corpus.formulas().size(); i++) {
            String text = export.apply("f" + i, corpus.formulas().get(i));
            for (String part :
                    text.split("(?<=\n)(?=static double real_|// |double f|def |#include|import |from |x = )")) {
                boolean own = part.contains("f" + i + "(") || part.contains("f" + i + " =");
                if (own || seen.putIfAbsent(part.strip(), i) == null) {
                    out.append(part);
                }
            }
        }
        return out.toString();
    }
}
