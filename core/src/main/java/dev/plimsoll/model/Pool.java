// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/**
 * The capacity pool of a workload, as far as it limits it.
 *
 * @param left what its nodes have left for further replicas
 * @param quota the most replicas that the workload may have there
 */
public record Pool(Resources left, int quota) {
    public static final Pool UNLIMITED = new Pool(Resources.UNLIMITED, Integer.MAX_VALUE);

    public Pool {
        if (quota < 0) {
            throw new IllegalArgumentException("pool with a quota of %d replicas".formatted(quota));
        }
    }

    /** On so many times the nodes; the quota is of one workload and stays. */
    public Pool times(int nodes) {
        return new Pool(left.times(nodes), quota);
    }

    /** What is left when so many replicas of this size have been given away. */
    public Pool without(int replicas, Resources request) {
        return replicas > 0 ? new Pool(left.less(replicas, request), quota) : this;
    }
}
