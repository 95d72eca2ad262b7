package org.nde4j.experiments.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.StepFilter;
import org.nde4j.core.solve.StepLimits;
import org.nde4j.experiments.config.Nearest;

/**
 * Reads how long steps are.
 *
 * @param file the whole file
 * @param places where everything stands
 */
record StepReader(SystemFile file, Places places) {

    private static final Map<String, StepFilter> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put("I", StepFilter.I);
        FILTERS.put("PI33", StepFilter.PI33);
        FILTERS.put("PI34", StepFilter.PI34);
        FILTERS.put("PI42", StepFilter.PI42);
        FILTERS.put("H211PI", StepFilter.H211PI);
        FILTERS.put("H211b", StepFilter.H211B);
        FILTERS.put("H312PID", StepFilter.H312PID);
        FILTERS.put("H312b", StepFilter.H312B);
        FILTERS.put("H0321", StepFilter.H0321);
        FILTERS.put("H321", StepFilter.H321);
        FILTERS.put("predictive", StepFilter.PREDICTIVE);
    }

    /** The step control for states in the order of the equations. */
    StepController read(List<String> states) {
        if (file.step().isPresent()) {
            return constant(file.step().get());
        }
        PidController control;
        try {
            control = PidController.of(new ToleranceReader(file, places).read(states));
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), file.rtol() < 0 ? "rtol" : "atol");
        }
        return control.with(filter()).within(limits());
    }

    private StepController constant(double length) {
        Map<String, Optional<?>> useless = new LinkedHashMap<>();
        useless.put("controller", file.controller());
        useless.put("firstStep", file.firstStep());
        useless.put("minStep", file.minStep());
        useless.put("maxStep", file.maxStep());
        useless.forEach((key, value) -> {
            if (value.isPresent()) {
                throw places.refusal(
                        "all steps have the length that step says, so there is nothing for " + key
                                + " to say; remove one of them",
                        key);
            }
        });
        try {
            return new ConstantSteps(length);
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), "step");
        }
    }

    private StepFilter filter() {
        return file.controller()
                .map(name -> FILTERS.entrySet().stream()
                        .filter(e -> e.getKey().equalsIgnoreCase(name.strip()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> places.refusal(
                                "there is no controller '" + name + "'" + Nearest.advice(name, FILTERS.keySet()),
                                "controller")))
                .orElse(StepFilter.I);
    }

    private StepLimits limits() {
        try {
            return new StepLimits(
                    file.firstStep().orElse(Double.NaN),
                    file.minStep().orElse(0.0),
                    file.maxStep().orElse(Double.POSITIVE_INFINITY),
                    false);
        } catch (IllegalArgumentException e) {
            throw places.refusal(e.getMessage(), key());
        }
    }

    /** The key of a length that is not positive, or else that of the least length. */
    private String key() {
        return Stream.of("firstStep", "maxStep", "minStep")
                .filter(key -> (key.equals("firstStep")
                                ? file.firstStep()
                                : key.equals("maxStep") ? file.maxStep() : file.minStep())
                        .filter(length -> !(length > 0))
                        .isPresent())
                .findFirst()
                .orElse("minStep");
    }
}
