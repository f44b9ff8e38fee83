// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli.chart;

/** A place in a picture, in pixels from its top left corner. */
public record Point(double x, double y) {}
