package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathMarkupTest {
    @Test
    void known_markup_is_kept() {
        String markup = "<mrow><mi mathvariant=\"normal\">x</mi><mo>+</mo><msup><mn>2</mn><mi>y</mi></msup></mrow>";
        assertEquals(markup, MathMarkup.checked(markup));
        assertEquals(
                markup, MathMarkup.checked("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + markup + "</math>"));
    }

    @Test
    void invisible_product_becomes_a_gap() {
        assertEquals(
                "<mn>2</mn><mspace width=\"0.2em\"/><mi>x</mi>",
                MathMarkup.checked("<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>"));
    }

    @Test
    void attributes_that_act_are_dropped() {
        assertEquals(
                "<mi>y &lt; 2</mi>",
                MathMarkup.checked("<mi onclick='alert(1)' href='javascript:x' style='a'>y &lt; 2</mi>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<mtext><img src='x'/></mtext>",
                "<mi>open",
                "</math><b>",
                "<!DOCTYPE x><mi>x</mi>",
                "<maction>x</maction>",
                "&unknown;",
                "<svg/>",
                "   "
            })
    void everything_else_is_refused(String markup) {
        assertEquals("", MathMarkup.checked(markup));
    }

    @Test
    void endless_nesting_is_refused() {
        assertEquals("", MathMarkup.checked("<mrow>".repeat(3000) + "</mrow>".repeat(3000)));
    }
}
