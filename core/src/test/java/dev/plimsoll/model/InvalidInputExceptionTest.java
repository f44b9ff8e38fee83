// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidInputExceptionTest {
    @Test
    void namesThePlaceTheFieldTheValueAndTheMend() {
        assertThat(new InvalidInputException("web.csv:17", "value", "abc", "give a number"))
                .hasMessage("web.csv:17: value 'abc': give a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n",
                "\t",
                "\0",
                "\u001b[31m",
                "\u007f",
                "\u0085",
                "\u2028",
                "\u2029"
            })
    void isOneLineWhateverItHolds(String hostile) {
        String field = "a" + hostile;
        assertThat(new InvalidInputException("f" + hostile, field, "x" + hostile, "do" + hostile))
                .message()
                .doesNotContain(hostile)
                .doesNotContainPattern("[\\p{Cntrl}\u0085\u2028\u2029]")
                .startsWith("f?");
        assertThat(new InvalidInputException("trace" + hostile + "missing"))
                .message()
                .doesNotContain(hostile)
                .startsWith("trace?");
    }

    @Test
    void shortensALongValueButNotOneOfSixtyCharacters() {
        String sixty = "x".repeat(60);
        assertThat(new InvalidInputException("p", "f", sixty, "m"))
                .hasMessage("p: f '" + sixty + "': m");
        assertThat(new InvalidInputException("p", "f", sixty + "x", "m"))
                .hasMessage("p: f '" + "x".repeat(57) + "...': m");
    }

    @Test
    void canHaveSeveralProblemsEachOnALine() {
        InvalidInputException both = InvalidInputException.of(List.of("a: one", "b:\ntwo"));

        assertThat(both.problems()).containsExactly("a: one", "b:?two");
        assertThat(both).hasMessage("a: one\nb:?two");
        assertThat(new InvalidInputException("p", "f", "x", "m").problems())
                .containsExactly("p: f 'x': m");
    }

    @Test
    void hasAProblem() {
        List<String> none = List.of();
        assertThatThrownBy(() -> InvalidInputException.of(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("input without a problem cannot be refused");
    }
}
