// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One series at one instant.
 *
 * @param at on the server's clock
 * @param value empty where the server says NaN or infinity
 */
public record Row(Labels labels, Instant at, OptionalDouble value) {}
