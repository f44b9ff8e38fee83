// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** How many replicas a fallback asks for. */
public enum FallbackBehavior {
    /** Those that it names. */
    STATIC {
        @Override
        int replicas(int named, int current) {
            return named;
        }
    },
    /** Those that there are. */
    CURRENT_REPLICAS {
        @Override
        int replicas(int named, int current) {
            return current;
        }
    },
    /** Those that it names, or those that there are if that is more. */
    CURRENT_REPLICAS_IF_HIGHER {
        @Override
        int replicas(int named, int current) {
            return Math.max(named, current);
        }
    },
    /** Those that it names, or those that there are if that is less. */
    CURRENT_REPLICAS_IF_LOWER {
        @Override
        int replicas(int named, int current) {
            return Math.min(named, current);
        }
    },
    /** None: a formula over all triggers is told that this one has no value. */
    SCALING_MODIFIERS {
        @Override
        int replicas(int named, int current) {
            throw new IllegalStateException("a fallback left to a formula asks for no replicas");
        }
    };

    abstract int replicas(int named, int current);
}
