// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import java.io.IOException;

/** An order could not be written down, or is not certain to stay so: it must not be answered. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerException(String file, IOException cause) {
        super(
                "the ledger %s could not be written (%s): is there room?"
                        .formatted(file, cause.getMessage()),
                cause);
    }
}
