@NullMarked
package org.onewindow.feedback.model;

import org.jspecify.annotations.NullMarked;
