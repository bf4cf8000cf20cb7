import FanganText
