// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTheFirstColumnLeftAndTheOthersRight() {
        TextTable table = new TextTable("trace", "hours", "p");
        table.row("a", "9.5", "0.005");
        table.row("longer name", "120.0", "-");

        assertThat(table)
                .hasToString(
                        """
                        trace        hours      p
                        -----------  -----  -----
                        a              9.5  0.005
                        longer name  120.0      -
                        """);
    }

    @Test
    void isAHeaderAndARuleWithoutRows() {
        assertThat(new TextTable("trace", "hours")).hasToString("trace  hours\n-----  -----\n");
    }

    @Test
    void leavesNoSpaceAtTheEndOfALine() {
        TextTable table = new TextTable("policy", "last");
        table.row("hpa", "");

        assertThat(table).hasToString("policy  last\n------  ----\nhpa\n");
    }
}
