// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import dev.plimsoll.model.DecimalText;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.plan.Policy;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy as a person names it: {@code hpa:target=60:stabilization=300s}, or {@code hpa:grid} for
 * every setting of its grid.
 *
 * @param knobs by name, in the order of their names
 */
public record PolicySpec(String name, Map<String, String> knobs, boolean grid) {
    private static final String OPTION = "--policy";

    public PolicySpec {
        knobs = Collections.unmodifiableMap(new TreeMap<>(knobs));
    }

    /** Reads one policy. */
    public static PolicySpec parse(String text) {
        String[] parts = text.strip().split(":", -1);
        Map<String, String> knobs = new TreeMap<>();
        boolean grid = false;
        for (int i = 1; i < parts.length; i++) {
            String[] knob = parts[i].split("=", 2);
            if (parts[i].equals("grid")) {
                grid = true;
            } else if (knob.length < 2 || knobs.put(knob[0], knob[1]) != null) {
                throw new InvalidInputException(
                        OPTION, "knob", parts[i], "write NAME=VALUE, each name once, or grid");
            }
        }
        PolicySpec spec = new PolicySpec(parts[0], knobs, grid);
        PolicyCatalog.check(spec);
        return spec;
    }

    /** Reads policies that are separated by commas. */
    public static List<PolicySpec> parseList(String text) {
        List<PolicySpec> specs = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            PolicySpec spec = parse(part);
            if (specs.contains(spec)) {
                throw new InvalidInputException(
                        OPTION, "policy", spec.toString(), "name each policy once");
            }
            specs.add(spec);
        }
        return specs;
    }

    /** The signals that it cannot do without; none where it is fixed, or knows the future. */
    public List<Signal> evidence() {
        return PolicyCatalog.evidence(this);
    }

    /** The policy itself, of one that passes the guard. */
    public Policy guarded() {
        return PolicyCatalog.policy(PolicyCatalog.complete(this, 1));
    }

    /** The same with one knob more, where it is not given. */
    PolicySpec orElse(String knob, String value) {
        Map<String, String> more = new TreeMap<>(knobs);
        more.putIfAbsent(knob, value);
        return new PolicySpec(name, more, grid);
    }

    double number(String knob, int least, int most) {
        double value = number(knob);
        if (value >= least && value <= most) {
            return value;
        }
        throw refused(knob, "give a number from %d to %d".formatted(least, most));
    }

    int whole(String knob, int least, int most) {
        double value = number(knob);
        if (value >= least && value <= most && value == Math.rint(value)) {
            return (int) value;
        }
        throw refused(knob, "give a whole number from %d to %d".formatted(least, most));
    }

    long seconds(String knob) {
        Duration duration = DurationText.parse(knob(knob), OPTION, name + ":" + knob);
        if (duration.toMillis() % 1000 != 0) {
            throw refused(knob, "give whole seconds, e.g. 300s");
        }
        return duration.toSeconds();
    }

    /** NaN, which is in no range, where the knob is not a number. */
    private double number(String knob) {
        return DecimalText.parse(knob(knob)).orElse(Double.NaN);
    }

    /** What stands there, or nothing. */
    String knob(String knob) {
        return knobs.getOrDefault(knob, "");
    }

    /** A knob whose value cannot be used. */
    InvalidInputException refused(String knob, String mend) {
        return new InvalidInputException(OPTION, name + ":" + knob, knob(knob), mend);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        knobs.forEach((knob, value) -> text.append(':').append(knob).append('=').append(value));
        return grid ? text.append(":grid").toString() : text.toString();
    }
}
