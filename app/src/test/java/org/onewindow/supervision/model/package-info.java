/** The rules of supervision, each test named after its rule. */
@NullMarked
package org.onewindow.supervision.model;

import org.jspecify.annotations.NullMarked;
