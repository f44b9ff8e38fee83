// SPDX-License-Identifier: Apache-2.0

/**
 * Files that a person writes: YAML whose every node knows its line, read by typed forms that
 * collect all problems of a file before it is refused. What a file means lives in a package below,
 * one for each kind; nothing here knows of any.
 */
@NullMarked
package dev.plimsoll.config;

import org.jspecify.annotations.NullMarked;
