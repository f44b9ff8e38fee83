// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import dev.plimsoll.model.DecimalText;
import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms of the values that files hold. Bounds are inclusive. */
public final class Forms {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final int LONGEST_DURATION = 40;

    private Forms() {}

    private record Simple<T>(Function<String, Optional<T>> reading, String mend)
            implements Form<T> {
        @Override
        public Optional<T> read(String text) {
            return reading.apply(text.strip());
        }

        @Override
        public String mend(String text) {
            return mend;
        }
    }

    /**
     * A form of its own.
     *
     * @param reading gets the text without spaces around it
     * @param mend a sentence without a full stop
     */
    public static <T> Form<T> of(Function<String, Optional<T>> reading, String mend) {
        return new Simple<>(reading, mend);
    }

    /** Any text. */
    public static Form<String> text() {
        return new Simple<>(Optional::of, "give text");
    }

    /** The name of an object. */
    public static Form<String> name() {
        return new Simple<>(
                text -> Optional.of(text).filter(name -> NAME.matcher(name).matches()),
                "give 1 to 63 small letters, digits and '-', e.g. web-1");
    }

    /** A count. */
    public static Form<Integer> whole(int least, int most) {
        return new Simple<>(
                text ->
                        number(text, least, most)
                                .filter(value -> value == Math.rint(value))
                                .map(Double::intValue),
                "give a whole number from %d to %d".formatted(least, most));
    }

    /** A number without a unit. */
    public static Form<Double> number(double least, double most) {
        return new Simple<>(
                text -> number(text, least, most),
                "give a number from %s to %s".formatted(plain(least), plain(most)));
    }

    /** So many a second: {@code 400/s} or {@code 400}. */
    public static Form<Double> rate(double least, double most) {
        return new Simple<>(
                text -> number(withoutUnit(text, "/s"), least, most),
                "give a rate from %s/s to %s/s, e.g. 400/s".formatted(plain(least), plain(most)));
    }

    /** A part of something, at most all of it: {@code 0.25} or {@code 25%}. */
    public static Form<Double> share(double least) {
        return share(least, 1);
    }

    /** A share of what may be exceeded: {@code 1.1} or {@code 110%}. */
    public static Form<Double> share(double least, int most) {
        return new Simple<>(
                text -> share(text, least, most),
                "give a share from %s to %d, e.g. 0.25 or 25%%".formatted(plain(least), most));
    }

    /** A time span to the millisecond: {@code 250ms}. */
    public static Form<Duration> duration(Duration least, Duration most) {
        return new Simple<>(
                text -> duration(text, least, most),
                "give a duration " + range(least, most, "250ms", "40s", "5m", "2h"));
    }

    /** A time span in seconds, to the second: {@code 5m}. */
    public static Form<Long> seconds(Duration least, Duration most) {
        return new Simple<>(
                text ->
                        duration(text, least, most)
                                .filter(span -> span.toMillis() % 1000 == 0)
                                .map(Duration::toSeconds),
                "give whole seconds " + range(least, most, "40s", "5m", "2h"));
    }

    /** The bounds, and of these examples those that lie within. */
    private static String range(Duration least, Duration most, String... examples) {
        String fitting =
                Arrays.stream(examples)
                        .filter(example -> duration(example, least, most).isPresent())
                        .collect(Collectors.joining(", "));
        return "from %s to %s, e.g. %s"
                .formatted(
                        DurationText.of(least),
                        DurationText.of(most),
                        fitting.replaceFirst(", (\\w+)$", " or $1"));
    }

    /** Processor cores: {@code 0.5} or {@code 500m}. */
    public static Form<Double> cores() {
        return new Simple<>(
                text ->
                        Quantity.parse(text)
                                .map(BigDecimal::doubleValue)
                                .filter(cores -> cores >= 0.001 && cores <= 1e9),
                "give processor cores above zero, e.g. 4, 0.5 or 500m");
    }

    /** Bytes: {@code 512Mi} or {@code 2G}. */
    public static Form<Long> bytes() {
        return new Simple<>(
                text ->
                        Quantity.parse(text)
                                .filter(bytes -> between(bytes, 1, 1L << 60) && isWhole(bytes))
                                .map(BigDecimal::longValue),
                "give bytes, e.g. 512Mi, 256Gi or 2G");
    }

    /** {@code true} or {@code false}. */
    public static Form<Boolean> yesOrNo() {
        SequencedMap<String, Boolean> choices = new LinkedHashMap<>();
        choices.put("true", true);
        choices.put("false", false);
        return choice(choices);
    }

    /** One of these names. */
    public static Form<String> choice(String... names) {
        SequencedMap<String, String> choices = new LinkedHashMap<>();
        Arrays.asList(names).forEach(name -> choices.put(name, name));
        return choice(choices);
    }

    /** What one of these names stands for. */
    public static <T> Form<T> choice(SequencedMap<String, T> choices) {
        return new Choice<>(Collections.unmodifiableSequencedMap(new LinkedHashMap<>(choices)));
    }

    private record Choice<T>(SequencedMap<String, T> choices) implements Form<T> {
        @Override
        public Optional<T> read(String text) {
            return Optional.ofNullable(choices.get(text));
        }

        @Override
        public String mend(String text) {
            return Nearest.mend(text, choices.keySet());
        }
    }

    private static Optional<Double> number(String text, double least, double most) {
        OptionalDouble value = DecimalText.parse(text);
        return value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most
                ? Optional.of(value.getAsDouble())
                : Optional.empty();
    }

    private static Optional<Double> share(String text, double least, int most) {
        return text.endsWith("%")
                ? number(withoutUnit(text, "%"), least * 100, 100.0 * most)
                        .map(percent -> percent / 100)
                : number(text, least, most);
    }

    private static String withoutUnit(String text, String unit) {
        return text.endsWith(unit)
                ? text.substring(0, text.length() - unit.length()).strip()
                : text;
    }

    private static boolean between(BigDecimal value, long least, long most) {
        return value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Optional<Duration> duration(String text, Duration least, Duration most) {
        if (text.length() > LONGEST_DURATION) {
            return Optional.empty();
        }
        try {
            return Optional.of(DurationText.parse(text, "", ""))
                    .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0);
        } catch (InvalidInputException e) {
            return Optional.empty(); // The mend of the form says more: it knows the bounds.
        }
    }
}
