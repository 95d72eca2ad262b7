package org.nde4j.experiments.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a study ended.
 *
 * @param reached whether it did what it set out to do; if not, it diverged or missed its goal
 * @param message what a person should read: the equations found, or what went wrong and what to try
 * @param facts what a program should read, in this order: numbers, texts, booleans, lists and maps of such
 */
public record Conclusion(boolean reached, String message, Map<String, Object> facts) {

    /** Keeps its own copy of the facts, in their order. */
    public Conclusion {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The study did what it set out to do. */
    public static Conclusion reached(String message, Map<String, Object> facts) {
        return new Conclusion(true, message, facts);
    }

    /** The study diverged or missed its goal. */
    public static Conclusion missed(String message, Map<String, Object> facts) {
        return new Conclusion(false, message, facts);
    }
}
