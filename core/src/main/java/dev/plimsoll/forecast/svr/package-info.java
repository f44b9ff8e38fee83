// SPDX-License-Identifier: Apache-2.0

/** Support vector regression on lags and calendar phase. The only package that sees libsvm. */
@NullMarked
package dev.plimsoll.forecast.svr;

import org.jspecify.annotations.NullMarked;
