// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

/** Why a question has no answer that can be used. */
public enum Fault {
    /** Nobody listens, TLS failed, the connection broke off, or there is no token to send. */
    UNREACHABLE,
    /** The last byte was not there in time. */
    TIMED_OUT,
    /** The body is larger than was allowed. */
    TOO_LARGE,
    /** What came is not an answer to a query. */
    UNREADABLE,
    /** The server, or what stands before it, says that it will not or cannot answer. */
    REFUSED
}
