// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

/** A value that is marked on an axis, and what stands beside it. */
public record Mark(double value, String label) {}
