// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.bound;

/** Numbers of replicas that are compared: the first, and so many altogether, evenly apart. */
record Numbers(int first, int apart, int count) {
    /** The most that are compared; of a wider span only so many. */
    static final int MOST = 128;

    static Numbers between(int fewest, int most) {
        int apart = 1 + (most - fewest) / MOST;
        return new Numbers(fewest, apart, 1 + (most - fewest) / apart);
    }

    int at(int index) {
        return first + index * apart;
    }
}
