// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms in which a command can print its result. */
enum OutputForm {
    TABLE,
    JSON,
    HTML;

    /** Reads the value of {@code -o}; only the forms that the command has are allowed. */
    static OutputForm parse(String text, OutputForm... allowed) {
        return parse(text, Arrays.asList(allowed));
    }

    /** The same where a command has forms of its own. */
    static <F extends Enum<F>> F parse(String text, List<F> forms) {
        return forms.stream()
                .filter(form -> text(form).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(text, forms));
    }

    private static InvalidInputException refused(String text, List<? extends Enum<?>> forms) {
        String choices = forms.stream().map(OutputForm::text).collect(Collectors.joining(", "));
        return new InvalidInputException("-o", "form", text, "choose from " + choices);
    }

    private static String text(Enum<?> form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
