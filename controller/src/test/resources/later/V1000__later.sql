-- SPDX-License-Identifier: Apache-2.0
-- What a later version of Plimsoll might do.
CREATE TABLE later (id INTEGER PRIMARY KEY);
