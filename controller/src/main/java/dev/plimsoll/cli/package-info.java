// SPDX-License-Identifier: Apache-2.0

/** The command line: options in, tables, JSON and pages out. No decision is made here. */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
