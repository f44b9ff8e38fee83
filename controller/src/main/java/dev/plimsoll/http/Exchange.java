// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

/** What came of a request. */
public sealed interface Exchange {
    /** An answer, whatever it says. */
    record Answered(int status, String body) implements Exchange {}

    /** No answer. */
    record Failed(Failure failure, String detail) implements Exchange {}

    /** Why there is no answer. */
    enum Failure {
        /** Nobody listens, or the connection broke off. The request may have been taken over. */
        UNREACHABLE,
        /** The time was over. The request may have been taken over. */
        TIMED_OUT,
        /** What came is not HTTP, breaks off, or is too long. */
        UNREADABLE
    }
}
