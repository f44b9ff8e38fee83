// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

/** A command ran, and the answer is no; the message says why, in a line. */
final class NoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoException(String message) {
        super(message);
    }
}
