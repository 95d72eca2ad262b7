package org.nde4j.symbolic.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;
import org.nde4j.symbolic.expression.RandomExpressions;
import org.nde4j.symbolic.expression.Variable;
import org.xml.sax.InputSource;

class ExporterTest {
    private static final Expression SAMPLE = Expression.parse("x_1^2/(1.25 + `Sea level`) - 3^y*sqrt(y)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x_1/(1.2 + x12)       | \\frac{x_{1}}{1.2 + x_{12}}",
                "-x^2                  | -{x}^{2}",
                "(-x)^2                | {\\left(-x\\right)}^{2}",
                "0.0012*x              | 1.2 \\times 10^{-3} \\, x",
                "x*2500000             | x \\cdot 2.5 \\times 10^{6}",
                "1e-8^x                | {\\left(1 \\times 10^{-8}\\right)}^{x}",
                "2*3*x                 | 2 \\cdot 3 \\, x",
                "a - (b - c)           | a - \\left(b - c\\right)",
                "a*-b + -c             | a \\, \\left(-b\\right) + \\left(-c\\right)",
                "exp(-k_cat*t)         | {e}^{-k_{\\mathrm{cat}} \\, t}",
                "omega*α + beta_2      | \\omega \\, \\alpha + \\beta_{2}",
                "sin(x)^2              | {\\sin\\left(x\\right)}^{2}",
                "sigmoid(x)            | \\frac{1}{1 + {e}^{-x}}",
                "`50%_{x} \\y`         | \\mathrm{50\\%\\_\\{x\\}\\ \\backslash{}y}",
            })
    void latex_isAsExpected(String formula, String latex) {
        assertEquals(latex, Exporter.to(Language.LATEX).formula(Expression.parse(formula)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x_1/2      | <mfrac><msub><mi>x</mi><mn>1</mn></msub><mn>2</mn></mfrac>",
                "sqrt(x)^2  | <msup><msqrt><mi>x</mi></msqrt><mn>2</mn></msup>",
                "-2*alpha   | <mrow><mrow><mo>−</mo><mn>2</mn></mrow><mo>\u2062</mo><mi>α</mi></mrow>",
                "`a<b & c`  | <mi>a&lt;b &amp; c</mi>",
                "1e-7       | <mrow><mn>1</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup></mrow>",
            })
    void mathml_isAsExpected(String formula, String inner) {
        String head = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">";
        assertEquals(head + inner + "</math>", Exporter.to(Language.MATHML).formula(Expression.parse(formula)));
    }

    @Test
    void magnitudes_standBetweenBars() {
        assertEquals(
                "\\arcsin\\left(\\left|x\\right|\\right)",
                Exporter.to(Language.LATEX).formula(Expression.parse("asin(abs(x))")));
    }

    @Test
    void mathml_isWellFormedForAnyFormulaAndName() throws Exception {
        RandomExpressions random = new RandomExpressions(41);
        Expression hostile = Expression.variable("</mi><script>&\"'");
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (int i = 0; i < 500; i++) {
            Expression e = random.next(5).map(leaf -> leaf instanceof Variable ? hostile : leaf);
            String name = e.variables().isEmpty() ? "z" : e.variables().last();
            String text = Exporter.to(Language.MATHML).system("f", Map.of(name, e));
            assertFalse(text.contains("<script"), text);
            builder.parse(new InputSource(new StringReader(text)));
        }
    }

    @Test
    void julia_isAsExpected() {
        String expected = """
                function real_pow(a, b)
                    undefined = isnan(b) || (a < 0 && isfinite(b) && b != round(b)) || (abs(a) == 1 && isinf(b))
                    return undefined ? NaN : isinf(b) ? abs(a)^b : float(a)^b
                end

                real_sqrt(x) = x < 0 ? oftype(float(x), NaN) : sqrt(x)

                # Sea_level is "Sea level"
                function f(x_1, Sea_level, y)
                    return @. x_1^2/(1.25 + Sea_level) - real_pow(3.0, y)*real_sqrt(y)
                end
                """;
        assertEquals(expected, Exporter.to(Language.JULIA).function("f", List.of("x_1", "Sea level", "y"), SAMPLE));
    }

    @Test
    void matlab_isAsExpected() {
        Expression e = Expression.parse("-a^2*min(a, y)/2");
        String expected = """
                function result = f(a, y)
                    result = -a.^2.*real_min(a, y)./2.0;
                end

                function y = real_min(a, b)
                    y = min(a, b);
                    y(isnan(a + zeros(size(b))) | isnan(b + zeros(size(a)))) = NaN;
                end
                """;
        assertEquals(expected, Exporter.to(Language.MATLAB).function("f", List.of("a", "y"), e));
    }

    @Test
    void systems_areWrittenAsSolversTakeThem() {
        Map<String, Expression> system = new LinkedHashMap<>();
        system.put("x", Expression.parse("v"));
        system.put("v", Expression.parse("-sin(x)*t"));
        assertEquals("""
                function rhs!(du, u, p, t)
                    x = u[1]
                    v = u[2]
                    du[1] = v
                    du[2] = -sin(x)*t
                    return nothing
                end
                """, Exporter.to(Language.JULIA).system("rhs", system));
        assertEquals("""
                \\begin{aligned}
                \\frac{\\mathrm{d}x}{\\mathrm{d}t} &= v \\\\
                \\frac{\\mathrm{d}v}{\\mathrm{d}t} &= -\\sin\\left(x\\right) \\, t
                \\end{aligned}""", Exporter.to(Language.LATEX).system("rhs", system));
    }

    @ParameterizedTest
    @EnumSource
    void digits_roundTheConstants(Language language) {
        String text = Exporter.to(language).digits(3).formula(Expression.parse("1.23456*x"));
        assertTrue(text.contains("1.23") && !text.contains("1.234"), text);
        assertThrows(IllegalArgumentException.class, () -> Exporter.to(language).digits(0));
    }

    @Test
    void names_becomeIdentifiersWithoutCollisions() {
        List<String> variables = List.of("Sea level", "Sea_level", "sea-level", "class", "α", "1st", "É t", "日本", "_x");
        assertEquals(
                List.of("Sea_level_2", "Sea_level", "sea_level", "class_", "alpha", "v1st", "E_t", "v", "v_x"),
                List.copyOf(Exporter.to(Language.JAVA).names(variables).values()));
        assertEquals("lambda_", Exporter.to(Language.NUMPY).names(List.of("λ")).get("λ"));
    }

    @Test
    void hostileNames_stayInTheirComment() {
        String name = "a*/ \"\"\" \\u000a ;system() // \u2028";
        for (Language language : List.of(Language.C, Language.JAVA, Language.NUMPY, Language.JULIA, Language.MATLAB)) {
            String text = Exporter.to(language).function("f", List.of(name), Expression.variable(name));
            assertFalse(text.contains("\\u000a") || text.contains("*/") || text.contains("\u2028"), text);
            assertEquals(
                    1, text.lines().filter(line -> line.contains(";system()")).count(), text);
        }
    }

    @Test
    void wrongNames_areRefused() {
        Exporter exporter = Exporter.to(Language.C);
        assertThrows(IllegalArgumentException.class, () -> exporter.function("f g", List.of("x"), SAMPLE));
        assertThrows(IllegalArgumentException.class, () -> exporter.function("f", List.of("x"), SAMPLE));
        assertThrows(IllegalArgumentException.class, () -> exporter.function("x", List.of("x"), Expression.parse("x")));
        assertThrows(
                IllegalArgumentException.class, () -> exporter.system("f", Map.of("x", Expression.parse("x + k"))));
    }
}
