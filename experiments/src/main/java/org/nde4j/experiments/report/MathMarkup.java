package org.nde4j.experiments.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Lets MathML from a file into a page: the markup is parsed and written anew with known elements and attributes only, so that
 * a run folder from a stranger cannot carry anything else in.
 */
final class MathMarkup {
    private static final Set<String> ELEMENTS = Set.of(
            "mrow",
            "mi",
            "mo",
            "mn",
            "mtext",
            "mfrac",
            "msup",
            "msub",
            "msubsup",
            "msqrt",
            "mroot",
            "mspace",
            "mstyle",
            "mover",
            "munder",
            "munderover",
            "mpadded",
            "mphantom",
            "mtable",
            "mtr",
            "mtd");
    private static final Set<String> ATTRIBUTES = Set.of(
            "mathvariant",
            "stretchy",
            "fence",
            "separator",
            "form",
            "lspace",
            "rspace",
            "displaystyle",
            "width",
            "accent",
            "columnalign");
    private static final String INVISIBLE_TIMES = "\u2062";
    private static final int DEPTH = 200;

    private MathMarkup() {}

    /** What stands inside the math element, checked; empty where the markup is not MathML that we know. */
    static String checked(String markup) {
        if (markup.isBlank()) return "";
        try {
            StringBuilder out = new StringBuilder();
            write(parse(markup), out, 0);
            return out.toString();
        } catch (IOException | SAXException | ParserConfigurationException | IllegalArgumentException unknown) {
            return "";
        }
    }

    private static Element parse(String markup) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader("<math>" + markup + "</math>")))
                .getDocumentElement();
    }

    private static void write(Node node, StringBuilder out, int depth) {
        if (depth > DEPTH)
            throw new IllegalArgumentException("MathML deeper than " + DEPTH + "; simplify the expression");
        for (Node n = node.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) element(e, out, depth);
            else if (n.getNodeType() == Node.TEXT_NODE || n.getNodeType() == Node.CDATA_SECTION_NODE) {
                out.append(Svg.escape(n.getNodeValue().strip()));
            }
        }
    }

    private static void element(Element e, StringBuilder out, int depth) {
        String name = e.getTagName();
        if (name.equals("mo") && e.getTextContent().strip().equals(INVISIBLE_TIMES)) {
            out.append("<mspace width=\"0.2em\"/>");
        } else if (name.equals("math") || name.equals("semantics")) {
            write(e, out, depth + 1);
        } else if (ELEMENTS.contains(name)) {
            out.append('<').append(name);
            attributes(e, out);
            out.append('>');
            write(e, out, depth + 1);
            out.append("</").append(name).append('>');
        } else if (!name.startsWith("annotation")) {
            throw new IllegalArgumentException(
                    "the MathML element " + name + " is unknown; use presentation MathML Core");
        }
    }

    private static void attributes(Element e, StringBuilder out) {
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            Node a = e.getAttributes().item(i);
            if (!ATTRIBUTES.contains(a.getNodeName())) continue;
            out.append(' ')
                    .append(a.getNodeName())
                    .append("=\"")
                    .append(Svg.escape(a.getNodeValue()))
                    .append('"');
        }
    }
}
