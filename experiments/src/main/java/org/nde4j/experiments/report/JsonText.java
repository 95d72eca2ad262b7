package org.nde4j.experiments.report;

import java.util.*;

final class JsonText {
    private final String s;
    private int i;

    private JsonText(String s) {
        this.s = s;
    }

    static Object parse(String s) {
        JsonText j = new JsonText(s);
        try {
            Object v = j.value();
            j.ws();
            if (j.i < s.length()) throw j.bad();
            return v;
        } catch (StringIndexOutOfBoundsException e) {
            throw j.bad();
        }
    }

    private IllegalArgumentException bad() {
        return new IllegalArgumentException("bad JSON at character " + i);
    }

    private void ws() {
        while (i < s.length() && Character.isWhitespace(s.charAt(i))) i++;
    }

    private Object value() {
        ws();
        char c = s.charAt(i);
        if (c == '{') {
            i++;
            Map<String, Object> m = new LinkedHashMap<>();
            ws();
            if (s.charAt(i) == '}') {
                i++;
                return m;
            }
            while (true) {
                ws();
                String k = string();
                ws();
                if (s.charAt(i++) != ':') throw bad();
                m.put(k, value());
                ws();
                char d = s.charAt(i++);
                if (d == '}') return m;
                if (d != ',') throw bad();
            }
        }
        if (c == '[') {
            i++;
            List<Object> l = new ArrayList<>();
            ws();
            if (s.charAt(i) == ']') {
                i++;
                return l;
            }
            while (true) {
                l.add(value());
                ws();
                char d = s.charAt(i++);
                if (d == ']') return l;
                if (d != ',') throw bad();
            }
        }
        if (c == '"') return string();
        for (String w : List.of("true", "false", "null"))
            if (s.startsWith(w, i)) {
                i += w.length();
                return w.equals("null") ? null : (Object) w.equals("true");
            }
        int j = i;
        while (i < s.length() && "+-.eE0123456789".indexOf(s.charAt(i)) >= 0) i++;
        try {
            return new java.math.BigDecimal(s.substring(j, i));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    private String string() {
        if (s.charAt(i++) != '"') throw bad();
        StringBuilder b = new StringBuilder();
        while (s.charAt(i) != '"') {
            char c = s.charAt(i++);
            if (c != '\\') {
                b.append(c);
                continue;
            }
            char e = s.charAt(i++);
            switch (e) {
                case 'n' -> b.append('\n');
                case 't' -> b.append('\t');
                case 'r' -> b.append('\r');
                case 'b' -> b.append('\b');
                case 'f' -> b.append('\f');
                case 'u' -> {
                    b.append((char) Integer.parseInt(s.substring(i, i + 4), 16));
                    i += 4;
                }
                default -> b.append(e);
            }
        }
        i++;
        return b.toString();
    }
}
