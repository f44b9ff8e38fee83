// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.workload;

import dev.plimsoll.model.DecimalText;
import dev.plimsoll.model.InvalidInputException;
import java.util.List;

/**
 * One row of a CSV file and the place where it stands.
 *
 * @param file the path as the user gave it
 * @param line the line in the file, from 1
 */
record Row(String file, long line, List<String> fields) {
    private static final double LARGEST = 1e15;

    String text(int column) {
        return fields.get(column).strip();
    }

    /** The whole row, as it is shown to the user. */
    String text() {
        return String.join(",", fields);
    }

    /** A quantity: finite, at least 0. */
    double quantity(int column, String name) {
        double value = DecimalText.parse(text(column)).orElse(Double.NaN);
        if (value >= 0 && value <= LARGEST) {
            return value;
        }
        throw invalid(
                name,
                text(column),
                "give a number from 0 to 1e15, or leave the row out if the sample is missing");
    }

    String place() {
        return file + ":" + line;
    }

    InvalidInputException invalid(String field, String value, String mend) {
        return new InvalidInputException(place(), field, value, mend);
    }
}
