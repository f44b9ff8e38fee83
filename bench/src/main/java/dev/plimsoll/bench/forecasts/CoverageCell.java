// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

/**
 * The coverage of 90 % bands at a horizon, pooled over the traces of one kind; every window counts
 * the same, however many samples it has.
 *
 * @param who one of our models, or the peers pooled
 * @param windows that do not overlap; those of several peers are the same windows and count once
 */
record CoverageCell(String kind, Horizon horizon, String who, double coverage, int windows) {
    /** With fewer windows chance is too large to tell anything. */
    static final int ENOUGH_WINDOWS = 100;

    /** What comes of a cell. */
    enum Verdict {
        OK("ok"),
        NOT_OK("NOT ok"),
        NOT_JUDGED("n < 100, not judged");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    Allowance allowance() {
        return Allowance.of(windows);
    }

    Verdict verdict() {
        if (windows < ENOUGH_WINDOWS) {
            return Verdict.NOT_JUDGED;
        }
        return allowance().includes(coverage) ? Verdict.OK : Verdict.NOT_OK;
    }
}
