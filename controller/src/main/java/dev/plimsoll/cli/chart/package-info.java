// SPDX-License-Identifier: Apache-2.0

/**
 * Charts: where things stand in a picture, and the two ways to draw it, SVG and PNG. Knows nothing
 * of forecasts or of what else is shown.
 */
@NullMarked
package dev.plimsoll.cli.chart;

import org.jspecify.annotations.NullMarked;
