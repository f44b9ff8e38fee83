// SPDX-License-Identifier: Apache-2.0

/** What forecasting for thousands of series costs: {@code plimsoll bench series}. */
@NullMarked
package dev.plimsoll.bench.series;

import org.jspecify.annotations.NullMarked;
