// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

/** Which of the wants of the hold a scale-in goes down to. */
public enum Hold {
    /** The largest of them: what sufficed all the time. */
    LARGEST,
    /** The newest, provided that all of them were below the present number. */
    LATEST
}
