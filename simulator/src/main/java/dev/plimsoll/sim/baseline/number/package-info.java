// SPDX-License-Identifier: Apache-2.0

/** Numbers as the peers' own programs have them; nothing here knows of an autoscaler. */
@NullMarked
package dev.plimsoll.sim.baseline.number;

import org.jspecify.annotations.NullMarked;
