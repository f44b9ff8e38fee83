// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

/** How much of a forecast one expert made: {@code share} from 0 to 1. */
public record Share(String expert, double share) {}
