// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

/**
 * What was found where somebody looked.
 *
 * @param subject what was looked at
 * @param sound whether it is as it should be
 * @param sentence what was found; if it is not as it should be, with the mend
 */
public record Finding(String subject, boolean sound, String sentence) {
    public static Finding ok(String subject, String sentence) {
        return new Finding(subject, true, sentence);
    }

    public static Finding problem(String subject, String sentence) {
        return new Finding(subject, false, sentence);
    }
}
