// SPDX-License-Identifier: Apache-2.0

/**
 * Our policies beside every setting of the peers, on the same traces, in the same simulator, as
 * quotients of regrets. Here alone are files of finished replays; what replays and what scores
 * lives in {@code dev.plimsoll.sim}.
 */
@NullMarked
package dev.plimsoll.bench.policies;

import org.jspecify.annotations.NullMarked;
