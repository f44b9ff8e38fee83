// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that says in which form a result is printed. */
public final class FormOption {
    private static final List<String> FORMS = List.of("table", "json");

    @Option(
            names = "-o",
            paramLabel = "FORM",
            description = "Form: table or json. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    /** Whether JSON is asked for, and not a table. */
    public boolean isJson() {
        return Require.choice("-o", "form", form, FORMS).equals("json");
    }
}
