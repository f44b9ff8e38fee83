// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server.fleet;

import dev.plimsoll.sim.fleet.AppliedOrder;
import java.util.List;

/**
 * What was really applied, in the order in which it was. Not thread-safe, but for {@link #sync}.
 */
public interface Ledger extends AutoCloseable {
    /** The orders of earlier runs of the same fleet. */
    List<AppliedOrder> earlier();

    /**
     * Takes an order down.
     *
     * @throws LedgerException if it could not be written; then it is not in the ledger
     */
    void append(AppliedOrder order);

    /**
     * All that was taken down before is kept for certain when this returns. Several may wait for it
     * at once, and somebody else may take an order down meanwhile.
     *
     * @throws LedgerException if it is not certain; from then on nothing more is taken down
     */
    void sync();

    @Override
    void close();

    /** One that ends with the process. */
    static Ledger none() {
        return new Ledger() {
            @Override
            public List<AppliedOrder> earlier() {
                return List.of();
            }

            @Override
            public void append(AppliedOrder order) {}

            @Override
            public void sync() {}

            @Override
            public void close() {}
        };
    }
}
