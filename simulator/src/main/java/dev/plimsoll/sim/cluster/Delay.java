// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.cluster;

/**
 * What holds a request up: {@code seconds} for sure, and with probability {@code waiting} then an
 * exponential time of rate {@code emptying}.
 */
record Delay(double seconds, double waiting, double emptying) {}
