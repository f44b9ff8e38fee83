// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.Slo;
import java.util.List;
import java.util.Map;

/** What all runs of a report share. */
interface ReportSettings {
    /** What was done, as a heading. */
    String title();

    /** What was replayed. */
    String subject();

    Slo slo();

    long seed();

    /** Every setting by its name, as text. */
    Map<String, String> byName();

    /** The settings as a person would give them. */
    List<String> shown();
}
