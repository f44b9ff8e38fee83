// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A defect of the program, in a line for somebody who is to mend it. */
final class DefectText {
    private static final int FRAMES = 8;

    private DefectText() {}

    static String of(Throwable defect) {
        return "a defect: %s, at %s"
                .formatted(
                        defect,
                        Arrays.stream(defect.getStackTrace())
                                .limit(FRAMES)
                                .map(StackTraceElement::toString)
                                .collect(Collectors.joining(", from ")));
    }
}
