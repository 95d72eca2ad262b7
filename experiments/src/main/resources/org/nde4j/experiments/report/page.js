'use strict';
(function () {
  function copyButton(box) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', function () {
      var text = box.querySelector('pre').textContent;
      function done() { button.textContent = 'Copied'; setTimeout(function () { button.textContent = 'Copy'; }, 1500); }
      function byHand() {
        var range = document.createRange();
        range.selectNodeContents(box.querySelector('pre'));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        if (document.execCommand('copy')) done();
      }
      if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
      else byHand();
    });
    box.appendChild(button);
  }

  function axis(text, length, flip) {
    var parts = text.split(' ');
    var log = parts.length === 3;
    var low = log ? Math.log10(+parts[0]) : +parts[0];
    var high = log ? Math.log10(+parts[1]) : +parts[1];
    var value = function (pixel) {
      var share = flip ? 1 - pixel / length : pixel / length;
      var at = low + share * (high - low);
      return log ? Math.pow(10, at) : at;
    };
    var places = Math.ceil(-Math.log10((high - low) / length));
    return function (pixel) {
      var at = value(pixel);
      if (log) return String(+at.toPrecision(3));
      return places > 6 ? String(+at.toPrecision(4)) : Math.abs(at) >= 1e7 ? String(+at.toPrecision(6)) : at.toFixed(Math.max(0, places));
    };
  }

  function places(path) {
    var list = [];
    path.getAttribute('d').replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, function (all, command, x, y) {
      list.push([+x, +y, command]);
      return all;
    });
    return list;
  }

  function rising(list) {
    return list.every(function (p, i) { return i === 0 || p[0] >= list[i - 1][0]; });
  }

  function height(list, x) {
    for (var i = 1; list.length > i; i++) {
      var a = list[i - 1], b = list[i];
      if (b[2] === 'L') if (x >= a[0]) if (b[0] >= x) return b[0] === a[0] ? a[1] : a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]);
    }
    return null;
  }

  function hover(figure) {
    var svg = figure.querySelector('svg'), plot = svg.querySelector('svg.plot');
    if (!plot) return;
    var wide = plot.width.baseVal.value, high = plot.height.baseVal.value;
    var left = plot.x.baseVal.value, top = plot.y.baseVal.value;
    var xs = axis(plot.getAttribute('data-x'), wide, false), ys = axis(plot.getAttribute('data-y'), high, true);
    var lines = null, note = null, cross = null;
    function prepare() {
      lines = Array.prototype.map.call(plot.querySelectorAll('path[data-label]'), function (p) {
        return { label: p.getAttribute('data-label'), places: places(p) };
      });
      if (!lines.every(function (l) { return rising(l.places); })) lines = [];
      note = figure.appendChild(document.createElement('div'));
      note.className = 'hover';
      cross = figure.appendChild(document.createElement('div'));
      cross.className = 'cross';
    }
    function show(visible) { note.hidden = cross.hidden = !visible; }
    svg.addEventListener('pointermove', function (event) {
      if (!lines) prepare();
      var box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
      var x = (event.clientX - box.left) / scale - left, y = (event.clientY - box.top) / scale - top;
      if (x >= 0 ? y >= 0 ? x > wide ? true : y > high : true : true) { show(false); return; }
      var text = [];
      lines.forEach(function (l) {
        var at = height(l.places, x);
        if (at !== null) text.push(l.label + '  ' + ys(at));
      });
      note.textContent = text.length ? 'at ' + xs(x) + '\n' + text.join('\n') : xs(x) + ', ' + ys(y);
      show(true);
      cross.style.left = (left + x) * scale + 'px';
      cross.style.top = top * scale + 'px';
      cross.style.height = high * scale + 'px';
      var right = x > wide / 2;
      note.style.top = (top + 6) * scale + 'px';
      note.style.left = right ? (left + x) * scale - note.offsetWidth - 10 + 'px' : (left + x) * scale + 10 + 'px';
    });
    svg.addEventListener('pointerleave', function () { if (note) show(false); });
  }

  document.querySelectorAll('.copy').forEach(copyButton);
  document.querySelectorAll('figure').forEach(hover);
})();
