// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import java.time.Instant;

/** A finite value at an instant. */
public record Sample(Instant at, double value) {}
