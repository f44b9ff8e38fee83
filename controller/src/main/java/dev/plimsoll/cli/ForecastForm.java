// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

/** The forms in which a forecast can be printed. */
enum ForecastForm {
    TABLE,
    JSON,
    PNG,
    HTML
}
